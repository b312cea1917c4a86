package io.crmkit.example.spring;

import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;

/**
 * Who works here: one user for each role, whose password is the name. A real host asks its own directory, and gives the
 * CRM pseudonyms and not people's names.
 */
@Component
final class Staff {
    private static final String PREFIX = "ROLE_";

    private final ClinicProperties clinic;

    Staff(ClinicProperties clinic) {
        this.clinic = clinic;
    }

    static InMemoryUserDetailsManager users() {
        List<UserDetails> users = Stream.of(Role.values())
                .map(role -> {
                    String name = role.name().toLowerCase(Locale.ROOT);
                    return User.withUsername(name)
                            .password("{noop}" + name)
                            .roles(role.name())
                            .build();
                })
                .toList();
        return new InMemoryUserDetailsManager(users);
    }

    /** The user as the CRM knows them. */
    Actor actor(Authentication user) {
        Role[] roles = user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> Role.valueOf(authority.substring(PREFIX.length())))
                .toArray(Role[]::new);
        return Actor.person(clinic.tenant(), user.getName(), roles);
    }
}
