package org.lianxin.warning.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void spellsOutAlternativesAndWhatMayBeMissing() {
        assertThat(Phrase.of("(安全|清查)账户").parts()).containsExactly(List.of("安全账户", "清查账户"));
        assertThat(Phrase.of("洗黑?钱").parts()).containsExactly(List.of("洗黑钱", "洗钱"));
        assertThat(Phrase.of("(转|打)…账户").parts()).containsExactly(List.of("转", "打"), List.of("账户"));
    }

    @Test
    void aLastPartThatMayBeMissingIsNotAskedFor() {
        assertThat(Phrase.of("刷单…(返|赚)?").parts()).containsExactly(List.of("刷单"));
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThatThrownBy(() -> Phrase.of("(安全|清查账户")).hasMessageContaining("missing )");
        assertThatThrownBy(() -> Phrase.of("安全)账户")).hasMessageContaining("stray )");
        assertThatThrownBy(() -> Phrase.of("(刷)?…返")).hasMessageContaining("may begin with nothing");
        assertThatThrownBy(() -> Phrase.of("(一…二|三)")).hasMessageContaining("unexpected …");
    }
}
