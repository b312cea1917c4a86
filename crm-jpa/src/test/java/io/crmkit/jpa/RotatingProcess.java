package io.crmkit.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A program that captures and changes its tenant's key again and again until it is killed. */
final class RotatingProcess {
    private RotatingProcess() {}

    /** Its arguments: the JDBC URL, user and password, the keyset file, the file of acknowledgements, a name for this run. */
    public static void main(String[] args) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername(args[1]);
        config.setPassword(args[2]);
        FileChannel file = FileChannel.open(
                Path.of(args[4]), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        JpaStorage storage =
                JpaStorage.on(new HikariDataSource(config), KeysetFile.open(Path.of(args[3])), SchemaMode.CREATE);
        new Strangers(Clinic.on(storage), args[5], ids -> CapturingProcess.append(file, ids)).begin();
        while (true) {
            Clinic.on(storage).rotateKeys();
        }
    }
}
