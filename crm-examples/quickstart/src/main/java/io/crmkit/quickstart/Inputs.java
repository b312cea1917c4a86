package io.crmkit.quickstart;

import io.crmkit.clinic.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the files to be replayed come from. */
final class Inputs {
    private Inputs() {}

    /** The files of a folder by name; hidden ones and folders are not among them. */
    static List<InputFile> of(Path folder) throws CannotRun {
        if (!Files.isDirectory(folder)) {
            throw new CannotRun((Files.exists(folder) ? "Not a folder: " : "No such folder: ") + folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(Inputs::meant)
                    .sorted(Comparator.comparing(Inputs::name))
                    .toList();
            for (Path file : files) {
                if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                    throw new CannotRun("Cannot read " + file);
                }
            }
            return files.stream().map(Inputs::file).toList();
        } catch (IOException failed) {
            throw new CannotRun("Cannot read the folder " + folder, failed);
        }
    }

    /** A folder inside is somebody's order, unless it goes by the name of a webhook's body. */
    private static boolean meant(Path entry) {
        return !name(entry).startsWith(".")
                && (!Files.isDirectory(entry) || name(entry).endsWith(".json"));
    }

    private static InputFile file(Path path) {
        return new InputFile(name(path), most -> {
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(most);
            }
        });
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
