package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.Requirement;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

@Requirement("EXP-3")
class CellsTest {
    private static boolean startsAFormula(String cell) {
        String folded = cell.isEmpty() ? "" : Normalizer.normalize(cell.substring(0, 1), Normalizer.Form.NFKC);
        return !folded.isEmpty() && "=+-@\t\r\n".indexOf(folded.charAt(0)) >= 0;
    }

    private static void holds(String text) {
        String cell = Cells.of(text);
        assertThat(Cells.text(cell)).isEqualTo(text);
        assertThat(startsAFormula(cell)).as(cell).isFalse();
        assertThat(startsAFormula(cell.strip())).as(cell).isFalse();
    }

    @Test
    void noTextBeginsAFormulaAndEveryTextComesBack() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String text = Character.toString(c);
            holds(text);
            holds(text + "=1");
            holds("'" + text + "x ");
        }
        RandomText texts = new RandomText(1);
        for (int i = 0; i < 200_000; i++) {
            holds(texts.upTo(40));
        }
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        for (String text : new String[] {"Ana", "O'Brien", "'Bruno", "C:\\users", "3 - 2", "José Muñoz", ""}) {
            assertThat(Cells.of(text)).isEqualTo(text);
        }
        assertThat(Cells.of("+549115")).isEqualTo("'+549115");
    }
}
