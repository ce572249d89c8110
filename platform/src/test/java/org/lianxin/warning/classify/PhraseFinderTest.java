package org.lianxin.warning.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {

    private static List<String> found(String text, String... phrases) {
        PlainText plain = PlainText.of(text);
        return new PhraseFinder(List.of(phrases).stream().map(Phrase::of).toList())
                .find(plain).stream()
                        .map(hit -> plain.words(hit.from(), hit.to()))
                        .toList();
    }

    @Test
    void findsPhrasesThatOverlapAndLieInOneAnother() {
        assertThat(found("转到安全账户", "安全账户", "账户", "转…账户", "到安")).containsExactlyInAnyOrder("到安", "安全账户", "账户", "转到安全账户");
    }

    @Test
    void aGapEndsWithTheClauseAndAfterEightCharacters() {
        assertThat(found("先转一笔到账户", "转…账户")).containsExactly("转一笔到账户");
        assertThat(found("先转，到账户", "转…账户")).isEmpty();
        assertThat(found("先转。账户", "转…账户")).isEmpty();
        assertThat(found("转一二三四五六七八九账户", "转…账户")).isEmpty();
    }

    @Test
    void givesBackTheWordsOfTheTextWhateverTheirSpelling() {
        assertThat(found("來 刷 單 吧", "刷单")).containsExactly("刷 單");
        assertThat(found("ＶＸ：ａｂ", "vx")).containsExactly("ＶＸ");
        assertThat(found("日赚1,200元", "日赚#元")).containsExactly("日赚1,200元");
        assertThat(found("点 https://a.b-c.cn/x1 领取", "ⓤ领取")).containsExactly("https://a.b-c.cn/x1 领取");
        assertThat(found("返😀佣", "返佣")).containsExactly("返😀佣");
    }

    @Test
    void findsWhatASlowSearchFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String text = word(random, 40);
            String[] phrases = random.ints(12, 1, 4)
                    .mapToObj(length -> word(random, length))
                    .distinct()
                    .toArray(String[]::new);
            long slow = 0;
            for (String phrase : phrases) {
                for (int i = 0; i + phrase.length() <= text.length(); i++) {
                    slow += text.startsWith(phrase, i) ? 1 : 0;
                }
            }
            assertThat(found(text, phrases)).as(text).hasSize((int) slow);
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        random.ints(length, 0, 3).forEach(letter -> word.append("转账户".charAt(letter)));
        return word.toString();
    }
}
