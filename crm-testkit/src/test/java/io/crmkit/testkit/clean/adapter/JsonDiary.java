package io.crmkit.testkit.clean.adapter;

import tools.jackson.core.JsonParser;

public final class JsonDiary {
    public int size() {
        return new Reader().read(null);
    }

    private static class Reader {
        public int read(@org.jspecify.annotations.Nullable JsonParser parser) {
            return parser == null ? 0 : 1;
        }
    }
}
