package io.crmkit.export.pdf;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A document on its way. Pages wait in a folder of their own in the temporary one, which only its owner may read.
 */
final class Booklet implements AutoCloseable {
    private final Path folder;
    private final PDDocument document;
    private final Paper paper;

    /** @param now of when what it shows is */
    Booklet(Words words, String title, Instant now) throws IOException {
        folder = Files.createTempDirectory("crm-pdf");
        document = new PDDocument(pages(folder.toFile()));
        describe(document, words, title, now);
        paper = new Paper(document, new Typeface(document), title + " · " + words.moment(now), words.get("page"));
    }

    Paper paper() {
        return paper;
    }

    /** Writes it; the stream is flushed and stays open. How many pages it has. */
    int save(OutputStream out) throws IOException {
        paper.finish();
        document.save(out, CompressParameters.NO_COMPRESSION);
        out.flush();
        return paper.pages();
    }

    private static StreamCacheCreateFunction pages(File folder) {
        return MemoryUsageSetting.setupTempFileOnly().setTempDir(folder).streamCache;
    }

    private static void describe(PDDocument document, Words words, String title, Instant now) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setProducer("CRM Kit");
        Calendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        at.setTimeInMillis(now.toEpochMilli());
        information.setCreationDate(at);
        document.getDocumentCatalog().setLanguage(words.language());
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    @Override
    public void close() throws IOException {
        try {
            paper.close();
        } finally {
            try {
                document.close();
            } finally {
                clear();
            }
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
