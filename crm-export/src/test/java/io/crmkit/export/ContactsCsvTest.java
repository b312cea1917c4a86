package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeType.Kind;
import io.crmkit.contact.AttributeType.Search;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Scope;
import io.crmkit.export.CsvImport.Report;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class ContactsCsvTest {
    static final Instant MONDAY = Instant.parse("2026-03-02T13:00:00Z");
    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", "1001");
    private static final TenantSettings SETTINGS = TenantSettings.DEFAULT.withAttributes(
            new AttributeType("insurer", Kind.TEXT, Search.NOT),
            new AttributeType("points", Kind.NUMBER, Search.BY_RANGE),
            new AttributeType("birthday", Kind.DAY, Search.BY_RANGE),
            new AttributeType("speaks_english", Kind.FLAG, Search.EXACTLY));

    static CrmSession clinic() {
        return Crm.create(new InMemoryStorage())
                .clock(FixedClock.at("2026-04-01T08:00:00Z"))
                .ids(new CountedIds(1))
                .tenants(Tenants.all(SETTINGS))
                .build()
                .as(Actor.system(TenantId.of("clinica-norte")));
    }

    static String written(CrmSession clinic, ExportFormat format) {
        return clinic.export(Scope.EVERYTHING, snapshot -> {
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                format.write(snapshot, out, () -> true);
                return out.toString(StandardCharsets.UTF_8);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static Report imported(CrmSession clinic, String file, List<CsvImport.BadRow> bad) throws IOException {
        return new CsvImport(clinic, CsvColumns.standard()).run(new StringReader(file), false, bad::add);
    }

    private static MessageEvent said(String id, Party by, String text) {
        return MessageEvent.received(new ProviderRef(ACCOUNT, id), by, MONDAY, Content.text(text));
    }

    /** People with anything in every column, some of whom wrote and some of whom only stand in a list. */
    private static CrmSession peopled(long seed) {
        CrmSession clinic = clinic();
        RandomText dice = new RandomText(seed);
        for (int i = 0; i < 40; i++) {
            List<Identifier> known = new ArrayList<>();
            if (dice.oneIn(2)) {
                known.add(Identifier.phone((dice.oneIn(2) ? "+" : "") + "54911500" + (10_000 + i)));
            } else if (dice.oneIn(3)) {
                known.add(Identifier.phone("not a number " + i));
            }
            if (dice.oneIn(2)) {
                known.add(new Identifier(Scheme.EMAIL, "", dice.upTo(20) + i + "@example.org"));
                known.add(Identifier.email("second" + i + "@example.org"));
            }
            if (known.isEmpty() || dice.oneIn(3)) {
                known.add(new Identifier(new Scheme("insta_gram"), dice.upTo(30), i + dice.upTo(60)));
            }
            Party party = new Party(known, List.of(), dice.oneIn(4) ? null : dice.upTo(80), null);
            clinic.capture(new IdentityEvent(ACCOUNT, party, MONDAY, true));
            if (dice.oneIn(2)) {
                clinic.capture(said("m" + i, party, "Hola"));
            }
        }
        for (ContactSummary contact : clinic.contacts(null, 1_000).items()) {
            for (int t = dice.below(4); t > 0; t--) {
                Tag.Category[] all = Tag.Category.values();
                clinic.tag(contact.id(), new Tag(all[dice.below(all.length)], dice.upTo(20)));
            }
            if (dice.oneIn(3)) {
                clinic.setStatus(contact.id(), ContactStatus.values()[dice.below(3)]);
            }
            clinic.set(contact.id(), "insurer", AttributeValue.of(dice.upTo(200)));
            clinic.set(
                    contact.id(),
                    "points",
                    AttributeValue.of(new BigDecimal(dice.below(2_000_000) - 1_000_000).movePointLeft(3)));
            clinic.set(
                    contact.id(),
                    "birthday",
                    AttributeValue.of(LocalDate.of(1980, 1, 1).plusDays(dice.below(9_000))));
            clinic.set(contact.id(), "speaks_english", AttributeValue.of(dice.oneIn(2)));
        }
        return clinic;
    }

    @Test
    @Requirement({"EXP-3", "PRV-7", "LST-4"})
    void exportedImportedAndExportedAgainItIsTheSameFile() throws IOException {
        for (long seed = 1; seed <= 12; seed++) {
            CrmSession clinic = peopled(seed);
            for (CsvDialect dialect : CsvDialect.values()) {
                String file = written(clinic, ContactsCsv.book(dialect));
                CrmSession empty = clinic();
                List<CsvImport.BadRow> bad = new ArrayList<>();
                assertThat(imported(empty, file, bad)).isEqualTo(new Report(40, 0, 0, 0));
                assertThat(bad).isEmpty();
                assertThat(written(empty, ContactsCsv.book(dialect)))
                        .as("seed %d", seed)
                        .isEqualTo(file);
                // The list of the spreadsheet is taken over just so.
                CrmSession other = clinic();
                imported(other, written(clinic, ContactsCsv.list(dialect)), bad);
                assertThat(written(other, ContactsCsv.book(dialect))).isEqualTo(file);
            }
        }
    }

    @Test
    @Requirement({"EXP-1", "EXP-3"})
    void noCellOfAnyTableBeginsAFormulaOnceItIsRead() throws IOException {
        CrmSession clinic = peopled(77);
        RandomText dice = new RandomText(5);
        for (int i = 0; i < 300; i++) {
            clinic.capture(said("t" + i, Party.of(Identifier.phone("5491150000001")), dice.upTo(200)));
        }
        for (CsvDialect dialect : CsvDialect.values()) {
            for (ExportFormat format : List.of(ContactsCsv.list(dialect), new MessagesCsv(dialect))) {
                String file = written(clinic, format);
                assertThat(file).startsWith("\uFEFF");
                CSVFormat csv = CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(dialect.separator())
                        .get();
                List<CSVRecord> rows =
                        csv.parse(new StringReader(file.substring(1))).getRecords();
                assertThat(rows)
                        .hasSizeGreaterThan(40)
                        .allMatch(row -> row.size() == rows.get(0).size());
                rows.forEach(row ->
                        row.forEach(cell -> assertThat(cell.isEmpty() || !Cells.trigger(cell.codePointAt(0)))
                                .as(cell)
                                .isTrue()));
            }
        }
    }

    @Test
    @Requirement("EXP-1")
    void aSpreadsheetOfEachLanguageShowsItAsItsPeopleWriteIt() {
        CrmSession clinic = clinic();
        clinic.capture(said("m1", Party.of(Identifier.phone("5491150000001")).named("=Ana; \"la\" doctora"), "Hola"));
        ContactSummary ana = clinic.contacts(null, 1).items().get(0);
        clinic.set(ana.id(), "points", AttributeValue.of(new BigDecimal("1234.5")));
        clinic.tag(ana.id(), Tag.of("vip"));
        assertThat(written(clinic, ContactsCsv.book(CsvDialect.SPANISH)))
                .isEqualTo("\uFEFFnombre;teléfono;correo;identificadores;estado;etiquetas;\"attribute: insurer\";"
                                .replace("\"", "")
                        + "attribute: points;attribute: birthday;\"attribute: speaks_english\"\r\n".replace("\"", "")
                        + "\"'=Ana; \"\"la\"\" doctora\";\"'+5491150000001\";;;;vip;;\"1234,5\";;\r\n");
        assertThat(written(clinic, ContactsCsv.book(CsvDialect.ENGLISH)))
                .contains(",1234.5,")
                .contains("name,phone,email");
        assertThat(written(clinic, ContactsCsv.list(CsvDialect.PORTUGUESE)))
                .contains("primeiro contato")
                .contains("2026-03-02 10:00:00");
    }
}
