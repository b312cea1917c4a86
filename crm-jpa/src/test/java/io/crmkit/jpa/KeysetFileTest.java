package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import io.crmkit.privacy.WrongKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {
    private static final byte[] KEY = {1, 2, 3, 4};
    private static final byte[] CONTEXT = {5};

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("root.json");
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        KeysetFile.create(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingButTheFileIsLeftInTheFolder() throws IOException {
        KeysetFile.create(file);
        assertThatThrownBy(() -> KeysetFile.create(file)).isInstanceOf(UnusableKeyset.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatExistsIsNeverReplaced() throws IOException {
        byte[] wrapped = KeysetFile.create(file).wrap(KEY, CONTEXT);
        assertThatThrownBy(() -> KeysetFile.create(file))
                .isInstanceOf(UnusableKeyset.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("KeysetFile.open");
        assertThat(KeysetFile.open(file).unwrap(wrapped, CONTEXT)).isEqualTo(KEY);

        Path other = Files.writeString(folder.resolve("notes.txt"), "not a keyset");
        assertThatThrownBy(() -> KeysetFile.create(other)).isInstanceOf(UnusableKeyset.class);
        assertThat(other).hasContent("not a keyset");
    }

    @Test
    void ofManyThatCreateAtOnceOneDoes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<byte[]> create = () -> KeysetFile.create(file).wrap(KEY, CONTEXT);
            int created = 0;
            for (Future<byte[]> attempt : threads.invokeAll(Collections.nCopies(16, create))) {
                try {
                    assertThat(KeysetFile.open(file).unwrap(attempt.get(), CONTEXT))
                            .isEqualTo(KEY);
                    created++;
                } catch (ExecutionException refused) {
                    assertThat(refused).cause().hasMessageContaining("exists already");
                }
            }
            assertThat(created).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        assertThatThrownBy(() -> KeysetFile.create(folder.resolve("none/root.json")))
                .isInstanceOf(UnusableKeyset.class)
                .hasMessageContaining("its folder does not exist");
    }

    @Test
    void aFileSystemWithoutLinksAndOwnersWillDo() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("keys.zip"), Map.of("create", "true"))) {
            Path inside = zip.getPath("/root.json");
            byte[] wrapped = KeysetFile.create(inside).wrap(KEY, CONTEXT);
            assertThat(KeysetFile.open(inside).unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
            assertThatThrownBy(() -> KeysetFile.create(inside)).hasMessageContaining("exists already");
        }
    }

    @Test
    void aMissingFileSaysWhatToDo() {
        assertThatThrownBy(() -> KeysetFile.open(file))
                .isInstanceOf(UnusableKeyset.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("restore it")
                .hasMessageContaining("KeysetFile.create");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderIsNoKeyset() {
        assertThatThrownBy(() -> KeysetFile.open(folder)).isInstanceOf(UnusableKeyset.class);
        assertThatThrownBy(() -> KeysetFile.create(folder)).isInstanceOf(UnusableKeyset.class);
        Path root = folder.getRoot();
        assertThatThrownBy(() -> KeysetFile.create(root)).isInstanceOf(UnusableKeyset.class);
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        KeysetFile.create(file);
        assumeThat(file.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(file)).as("not run as root").isFalse();
        assertThatThrownBy(() -> KeysetFile.open(file)).hasMessageContaining("may not be read");
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        KeysetFile.create(file);
        byte[] whole = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        Path cut = folder.resolve("cut.json");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertUnusable(cut);
        }
    }

    @Test
    void whatIsNoKeysetIsRefusedWithoutQuotingIt() throws IOException {
        for (String content : List.of(
                " ",
                "canary",
                "{}",
                "[]",
                "null",
                "{\"primaryKeyId\":\"canary\"}",
                "{\"primaryKeyId\":1,\"key\":[]}",
                "{\"primaryKeyId\":1,\"key\":\"canary\"}",
                "{\"primaryKeyId\":1,\"key\":[{\"keyData\":{\"typeUrl\":\"canary\",\"value\":\"canary\","
                        + "\"keyMaterialType\":\"SYMMETRIC\"},\"status\":\"ENABLED\",\"keyId\":1,"
                        + "\"outputPrefixType\":\"TINK\"}]}",
                "[".repeat(60_000),
                "{\"a\":".repeat(10_000),
                "\0".repeat(100),
                "x".repeat(100_000))) {
            Files.writeString(file, content, StandardCharsets.UTF_8);
            assertUnusable(file);
        }
    }

    @Test
    void keysOfAnotherKindAreRefused() throws Exception {
        KeysetHandle mac = KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG, MacConfig2026.get());
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(mac, MacConfig2026.get(), InsecureSecretKeyAccess.get()));
        assertUnusable(file);
    }

    @Test
    void aChangedFileIsRefusedOrIsAnotherKeyButNeverAnotherFailure() throws IOException {
        byte[] wrapped = KeysetFile.create(file).wrap(KEY, CONTEXT);
        byte[] whole = Files.readAllBytes(file);
        Path changed = folder.resolve("changed.json");
        for (int i = 0; i < whole.length; i++) {
            byte[] bytes = whole.clone();
            bytes[i] ^= (byte) (1 << i % 7);
            Files.write(changed, bytes);
            try {
                assertThat(KeysetFile.open(changed).unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
            } catch (UnusableKeyset | WrongKey refused) {
                assertThat(refused).hasMessageContaining(changed.toString());
            }
        }
    }

    @Test
    void aWrongKeyNamesTheFile() {
        byte[] wrapped = EphemeralKeys.create().wrap(KEY, CONTEXT);
        KeysetFile keys = KeysetFile.create(file);
        assertThatThrownBy(() -> keys.unwrap(wrapped, CONTEXT))
                .isInstanceOf(WrongKey.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("give the keyset file the data was sealed with");
    }

    @Test
    void theKeyIsNotShown() {
        KeysetFile keys = KeysetFile.create(file);
        assertThat(keys).hasToString("KeysetFile[" + file + "]");
        assertThat(Keyset.fresh()).hasToString("Keyset[1]");
    }

    private static void assertUnusable(Path file) {
        assertThatThrownBy(() -> KeysetFile.open(file))
                .isInstanceOf(UnusableKeyset.class)
                .hasNoCause()
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("canary");
    }
}
