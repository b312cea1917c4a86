package io.crmkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void anEmojiIsTwoColumnsWide() {
        assertThat(Columns.width("año")).isEqualTo(3);
        assertThat(Columns.width("👋")).isEqualTo(2);
        assertThat(Columns.width("❤️")).isEqualTo(2);
        assertThat(Columns.width("👍🏽")).isEqualTo(2);
        assertThat(Columns.width("n\u0303")).isEqualTo(1);
    }

    @Test
    void aCellIsExactlyAsWideAsItsColumn() {
        assertThat(Columns.left("Ana", 5)).isEqualTo("Ana  ");
        assertThat(Columns.right("12", 5)).isEqualTo("   12");
        assertThat(Columns.left("Laboratorio Sur", 8)).isEqualTo("Laborat…");
        assertThat(Columns.width(Columns.left("👋👋👋👋", 6))).isEqualTo(6);
    }

    @Test
    void linesBreakBetweenWordsAndLongWordsAnywhere() {
        assertThat(Columns.wrapped("uno dos tres", 8)).containsExactly("uno dos", "tres");
        assertThat(Columns.wrapped("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(Columns.wrapped("", 4)).containsExactly("");
    }

    @Test
    void nothingSteersTheTerminal() {
        assertThat(Columns.printable("a\u001b[31mb\r\nc\u202Ed\uD83D")).isEqualTo("a[31mb  cd");
    }
}
