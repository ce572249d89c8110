package org.lianxin.place.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.place.gazetteer.Atlas;

class PlaceBenchTest {

    private static final Atlas ATLAS = Atlas.load();
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(longs = {11, 4242, 20260707})
    void understandsEveryKindOfTextWellBeyondTheBar(long seed) {
        assertThat(new PlaceBench(ATLAS, OUT, 0).run(seed, 600))
                .allSatisfy(
                        result -> assertThat(result.share()).as(result.kind()).isGreaterThanOrEqualTo(result.bar()));
    }
}
