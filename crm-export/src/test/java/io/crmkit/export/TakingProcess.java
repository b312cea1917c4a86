package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.jpa.JpaStorage;
import io.crmkit.jpa.KeysetFile;
import io.crmkit.jpa.SchemaMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/** A program that takes an archive over into a database file, and is killed. */
final class TakingProcess {
    private TakingProcess() {}

    /** Its arguments: the JDBC URL, the keyset file, the archive, where it says that it began, and its node. */
    public static void main(String[] args) throws IOException {
        JpaStorage storage = JpaStorage.on(
                JdbcConnectionPool.create(args[0], "", ""), KeysetFile.open(Path.of(args[1])), SchemaMode.CREATE);
        CrmSession session = Everything.empty(storage, "clinica-sur", Integer.parseInt(args[4]));
        try (PrintStream said = new PrintStream(args[3], StandardCharsets.UTF_8);
                InputStream in = Files.newInputStream(Path.of(args[2]))) {
            said.println("taking");
            said.flush();
            // It may have been killed when it was over and had not said so.
            if (session.restoration().begin().isPresent()) {
                new ArchiveImport(session).run(in, bad -> {});
            }
            said.println("taken");
        }
        storage.close();
        System.exit(0);
    }

    static Process start(Path output, String url, Path keys, Path archive, int node) throws IOException {
        Files.createFile(output);
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TakingProcess.class.getName(),
                        url,
                        keys.toString(),
                        archive.toString(),
                        output.toString(),
                        Integer.toString(node)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
