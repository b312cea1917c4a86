package io.crmkit.example.spring;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Who comes in where. What somebody may do once inside is for the CRM to say. */
@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    InMemoryUserDetailsManager users() {
        return Staff.users();
    }

    /** WhatsApp signs what it sends; the starter's endpoint looks at that. */
    @Bean
    @Order(1)
    SecurityFilterChain webhooks(HttpSecurity http) throws Exception {
        return http.securityMatcher("/webhooks/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Name and password with each request and no session, so that no other site can ask in a user's name. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(Refusals::notKnown))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(Refusals::notKnown).accessDeniedHandler(Refusals::notAllowed))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/openapi.*")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST, "/api/sent", "/api/appointments", "/api/payments", "/api/events")
                        .hasAnyRole("OWNER", "MANAGER", "AGENT")
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Everything to look at: for whoever logged in, with a guard against forged forms. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(Customizer.withDefaults())
                .httpBasic(Customizer.withDefaults())
                .build();
    }
}
