package io.crmkit.export;

import io.crmkit.CrmSession;
import io.crmkit.move.Move;
import io.crmkit.move.Restoration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes over what {@link ArchiveJson} wrote, document or lines, into a tenant without contacts, where everything is as it
 * was there, ids included. Reads as it goes and keeps no more than a batch in memory.
 *
 * @since 0.1
 */
public final class ArchiveImport {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private final CrmSession session;

    /** @param session into whose tenant it goes; needs the permission to import contacts */
    public ArchiveImport(CrmSession session) {
        this.session = session;
    }

    /**
     * A record that was left out.
     *
     * @param line on which it begins, from 1
     * @param reason where in it and what, for a person, without personal data
     */
    public record BadRecord(long line, String reason) {}

    /**
     * How much was taken over, by this run.
     *
     * @param entries of timelines
     * @param others records about who is who and what waits
     * @param bad records that were left out
     */
    public record Report(long contacts, long entries, long others, long bad) {}

    /**
     * Takes the whole file over. What was taken over before something fails, or the process dies, stays: run again with
     * the same file it goes on from there, and what is there in the end is as if it had never been broken off.
     *
     * @param badRecords is told each record that is left out, with all entries of a contact that is
     * @throws IOException if the file cannot be read, is no such export, the tenant has contacts already, or it is
     *     another file than the one that was being taken over
     */
    public Report run(InputStream file, Consumer<BadRecord> badRecords) throws IOException {
        Restoration restoration = session.restoration();
        Optional<Move> from = restoration.begin();
        if (from.isEmpty()) {
            throw new IOException("There are contacts already; it is taken over into a tenant that has none");
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), 1 << 16);
        Taking taking = new Taking(restoration, from.get(), badRecords);
        if (beginsArray(reader)) {
            document(reader, taking);
        } else {
            lines(reader, taking);
        }
        return taking.finished();
    }

    private static boolean beginsArray(Reader reader) throws IOException {
        int c;
        do {
            reader.mark(1);
            c = reader.read();
        } while (c == '\uFEFF' || c >= 0 && Character.isWhitespace(c));
        if (c >= 0) {
            reader.reset();
        }
        return c == '[';
    }

    private static void document(Reader reader, Taking taking) throws IOException {
        long line = 1;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), reader)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    return;
                }
                line = parser.currentTokenLocation().getLineNr();
                record(parser, line, taking);
            }
        } catch (StreamReadException broken) {
            // Without the cause, which may quote the file.
            taking.bad(line, "It is not JSON from here on");
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private static void lines(Reader reader, Taking taking) throws IOException {
        RecordLines lines = new RecordLines(reader);
        while (lines.next()) {
            if (lines.tooLong()) {
                taking.bad(lines.number(), "The record is longer than 64 million characters");
                continue;
            }
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), lines.text())) {
                parser.nextToken();
                record(parser, lines.number(), taking);
            } catch (StreamReadException broken) {
                taking.bad(lines.number(), "It is not JSON");
            }
        }
    }

    private static void record(JsonParser parser, long line, Taking taking) throws IOException {
        Object record;
        try {
            record = JsonTree.read(parser);
        } catch (Malformed tooLong) {
            throw new IOException("Line " + line + ": " + tooLong.reason());
        }
        taking.record(record, line);
    }
}
