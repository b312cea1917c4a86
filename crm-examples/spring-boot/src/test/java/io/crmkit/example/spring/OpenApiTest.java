package io.crmkit.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.example.spring.Clinic.Answer;
import io.crmkit.testkit.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API says what there is, no more and no less. */
@Requirement("HST-1")
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete");

    private final Clinic clinic = Clinic.withItsDay();

    @Test
    void everyPathAndMethodIsDescribedAndIsThere() {
        assertThat(described()).isEqualTo(served());
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyParameterOfTheListIsDescribed() {
        Map<String, Object> list =
                ((Map<String, Map<String, Object>>) description().get("paths")).get("/api/contacts");
        Map<String, Object> get = (Map<String, Object>) list.get("get");
        Set<Object> names = ((List<Map<String, Object>>) get.get("parameters"))
                .stream().map(each -> each.get("name")).collect(Collectors.toSet());

        assertThat(names).containsAll(ListQuery.PARAMETERS).contains("cursor", "limit");
    }

    private Set<String> served() {
        Set<String> served = new TreeSet<>(Set.of("get /webhooks/whatsapp", "post /webhooks/whatsapp"));
        for (RequestMappingInfo info : clinic.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            for (String path : info.getPatternValues()) {
                info.getMethodsCondition().getMethods().stream()
                        .filter(method -> path.startsWith("/api/"))
                        .forEach(method -> served.add(method.name().toLowerCase(Locale.ROOT) + " " + path));
            }
        }
        return served;
    }

    @SuppressWarnings("unchecked")
    private Set<String> described() {
        Set<String> described = new TreeSet<>();
        ((Map<String, Map<String, Object>>) description().get("paths"))
                .forEach((path, item) -> item.keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method + " " + path)));
        return described;
    }

    private Map<String, Object> description() {
        Answer answer = clinic.send(clinic.to("/api/openapi.yaml"));
        assertThat(answer.type()).startsWith("application/yaml");
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(answer.text());
    }
}
