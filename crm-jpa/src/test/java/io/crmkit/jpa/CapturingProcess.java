package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program that captures until it is killed, and writes what was acknowledged to a file. */
final class CapturingProcess {
    private CapturingProcess() {}

    /** Its arguments: the JDBC URL, the keyset file, the file of acknowledgements, a name for this run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        FileChannel file = FileChannel.open(
                Path.of(args[2]), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        JpaStorage storage =
                JpaStorage.on(new HikariDataSource(config), KeysetFile.open(Path.of(args[1])), SchemaMode.CREATE);
        new Crowd(Clinic.on(storage), args[3], ids -> append(file, ids)).begin();
        new CountDownLatch(1).await();
    }

    /** A pipe would die with the process and hide what it said, a file does not. */
    static void append(FileChannel file, List<String> ids) {
        try {
            file.write(ByteBuffer.wrap((String.join("\n", ids) + "\n").getBytes(StandardCharsets.US_ASCII)));
            file.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts a program of the tests in a process of its own, with what it says in a file. */
    static Process start(Class<?> program, Path output, List<String> options, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }
}
