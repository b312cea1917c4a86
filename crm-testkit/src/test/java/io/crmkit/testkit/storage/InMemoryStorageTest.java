package io.crmkit.testkit.storage;

import io.crmkit.Storage;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.testkit.Requirement;

@Requirement("HST-5")
class InMemoryStorageTest extends StorageContract {
    @Override
    public Storage open() {
        return new InMemoryStorage();
    }
}
