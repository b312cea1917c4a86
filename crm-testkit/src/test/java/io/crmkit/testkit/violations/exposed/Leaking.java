package io.crmkit.testkit.violations.exposed;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

public class Leaking {
    public Optional<JsonToken> field = Optional.empty();

    public Leaking(JsonParser constructed) {}

    public JsonToken returned() {
        return JsonToken.NOT_AVAILABLE;
    }

    public void taken(JsonParser parser) {}

    public Optional<List<JsonToken>> asTypeArgument() {
        return Optional.empty();
    }

    public void thrown() throws JacksonException {}

    public static class Inner {
        public void takenByInner(JsonParser[] parsers) {}
    }
}
