package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.privacy.KeyService;
import io.crmkit.privacy.WrongKey;
import io.crmkit.testkit.KeyServiceContract;
import org.junit.jupiter.api.Test;

class EphemeralKeysTest extends KeyServiceContract {
    private final KeyService service = EphemeralKeys.create();
    private final KeyService another = EphemeralKeys.create();

    @Override
    protected KeyService service() {
        return service;
    }

    @Override
    protected KeyService another() {
        return another;
    }

    @Test
    void whoExpectsThemToLastIsToldWhatLasts() {
        byte[] wrapped = another.wrap(new byte[32], new byte[0]);
        assertThatThrownBy(() -> service.unwrap(wrapped, new byte[0]))
                .isInstanceOf(WrongKey.class)
                .hasMessageContaining("KeysetFile");
    }
}
