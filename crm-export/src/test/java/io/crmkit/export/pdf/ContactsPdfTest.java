package io.crmkit.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.dossier.Scope;
import io.crmkit.export.ExportFormat;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.CountedIds;
import io.crmkit.testkit.FixedClock;
import io.crmkit.testkit.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@Requirement("EXP-1")
class ContactsPdfTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T13:00:00Z");
    private static final List<String> HOSTILE = List.of(
            "<img src=http://127.0.0.1:9/x>",
            "<script>app.alert(1)</script>",
            "javascript:app.alert(1)",
            "file:///etc/passwd",
            "/JavaScript /JS (app.alert(1))",
            ") Tj ET /OpenAction << /S /JavaScript /JS (app.alert(1)) >> BT (",
            "endstream endobj 1 0 obj << /Type /Action /S /Launch /F (calc.exe) >> endobj",
            "<< /URI (http://example.org) >>",
            "/EmbeddedFile /Names /AA",
            "%%EOF\ntrailer << /Root 1 0 R >>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "\u202Egnp.exe\u202C",
            "\u0000\u0007\u001B[31m",
            "http://example.org/?q=1",
            "\\) \\( \\\\",
            "{{7*7}} ${7*7} #{7*7}");
    private static final Set<String> ACTIVE = Set.of(
            "JS",
            "JavaScript",
            "Launch",
            "URI",
            "EmbeddedFile",
            "EmbeddedFiles",
            "OpenAction",
            "AA",
            "Annots",
            "A",
            "GoToR",
            "SubmitForm",
            "ImportData",
            "RichMedia",
            "XFA",
            "AcroForm",
            "F");

    private final CrmSession clinic = Crm.create(new InMemoryStorage())
            .clock(FixedClock.at("2026-04-01T08:00:00Z"))
            .ids(new CountedIds(1))
            .build()
            .as(Actor.system(TenantId.of("clinica-norte")));
    private int count;

    private void says(String phone, String name, String text) {
        clinic.capture(MessageEvent.received(
                new ProviderRef(new ChannelAccount("whatsapp", "1001"), "m" + ++count),
                Party.of(Identifier.phone(phone)).named(name),
                MONDAY.plusSeconds(60L * count),
                Content.text(text)));
    }

    private byte[] written(ExportFormat format) {
        return clinic.export(Scope.EVERYTHING, snapshot -> {
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                format.write(snapshot, out, () -> true);
                return out.toByteArray();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The names of everything there is in the document but its contents. */
    private static Set<String> names(byte[] pdf) throws IOException {
        Set<String> names = new HashSet<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            gather(document.getDocument().getTrailer(), names, new HashSet<>());
        }
        return names;
    }

    private static void gather(COSBase base, Set<String> names, Set<COSBase> seen) {
        COSBase value = base instanceof COSObject object ? object.getObject() : base;
        if (value == null || !seen.add(value)) {
            return;
        }
        if (value instanceof COSDictionary dictionary) {
            dictionary.keySet().forEach(key -> names.add(key.getName()));
            dictionary.getValues().forEach(each -> gather(each, names, seen));
        } else if (value instanceof COSArray array) {
            array.forEach(each -> gather(each, names, seen));
        } else if (value instanceof COSName name) {
            names.add(name.getName());
        }
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    @Test
    @Requirement("EXP-3")
    void nothingAnybodyWritesMakesTheDocumentDoSomething() throws IOException {
        Random dice = new Random(7);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            said.add(HOSTILE.get(dice.nextInt(HOSTILE.size())) + " " + i + " "
                    + HOSTILE.get(dice.nextInt(HOSTILE.size())));
        }
        for (int i = 0; i < said.size(); i++) {
            says("5491150000" + (100 + i % 20), said.get(i), said.get(i));
        }
        for (ExportFormat format : List.of(
                ContactsPdf.list(Locale.ENGLISH),
                ContactsPdf.sheets(new Locale("es")),
                ContactsPdf.everything(new Locale("pt")))) {
            byte[] pdf = written(format);
            assertThat(names(pdf)).contains("Font", "Lang").doesNotContainAnyElementsOf(ACTIVE);
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                    .doesNotContain("/JS", "/Launch", "/URI", "/EmbeddedFile");
        }
        try (PDDocument document = Loader.loadPDF(written(ContactsPdf.conversations(Locale.ENGLISH)))) {
            String all = bare(new PDFTextStripper().getText(document));
            Typeface face = new Typeface(document);
            said.forEach(text -> assertThat(all).contains(bare(face.drawable(text))));
        }
    }

    @Test
    void textThatIsReadOutIsTheTextThatWasPutIn() throws IOException {
        List<String> said = List.of(
                "El niño comió un piñón en Asunción — ¿cuándo? ¡Mañana!",
                "Ação, coração, às 15h; é ótimo",
                "official fish, difficult flow",
                "Ελληνικά и по-русски",
                "e\u0301 combined",
                "Ana \u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD",
                "₿ € £ ¥ … “quoted” ‘so’");
        said.forEach(text -> says("5491150000001", "Ana", text));
        String all = bare(text(written(ContactsPdf.conversations(Locale.ENGLISH))));
        for (String text : said) {
            assertThat(all).contains(bare(Normalizer.normalize(text, Normalizer.Form.NFC)));
        }
    }

    @Test
    void whatTheFontLacksIsShownByItsName() throws IOException {
        says("5491150000001", "Ana \uD83D\uDE00", "Gracias \uD83D\uDC69\u200D\u2695\uFE0F \uD83D chau \u4E2D");
        assertThat(bare(text(written(ContactsPdf.everything(Locale.ENGLISH)))))
                .contains("Ana[grinningface]")
                .contains("Gracias[woman][staffofaesculapius][U+D83D]chau[cjkunifiedideographs4e2d]");
    }

    @Test
    void aDocumentSaysItsLanguageAndTitleAndEachPageItsNumber() throws IOException {
        for (int i = 0; i < 200; i++) {
            says("549115000" + (1_000 + i), "Persona " + i, "Hola");
        }
        try (PDDocument document = Loader.loadPDF(written(ContactsPdf.list(new Locale("es", "AR"))))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es-AR");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Contactos");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(document))
                        .contains("Página " + page)
                        .contains("Último contacto")
                        .contains("Contactos");
            }
            String all = new PDFTextStripper().getText(document);
            for (int i = 0; i < 200; i++) {
                assertThat(all).contains("Persona " + i);
            }
        }
    }
}
