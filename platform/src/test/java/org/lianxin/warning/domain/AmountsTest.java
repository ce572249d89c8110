package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300000|30000000",
                "30万|30000000",
                "30万元|30000000",
                "300,000.00|30000000",
                "¥300000|30000000",
                "3.5万元|3500000",
                "1.2亿|12000000000",
                "0.01|1",
                "人民币 500 元整|50000",
                "3E5|30000000",
                "３０００元|300000"
            })
    void wa04_readsAmountsInCents(String text, long cents) {
        assertThat(Amounts.findCents(text, false)).as(text).hasValue(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "约莫", "1;2", "30000000000000000000", "1,2,3", "0x10", "NaN", "=1+1"})
    void wa04_readsNoAmountWhereThereIsNone(String text) {
        assertThat(Amounts.findCents(text, false)).as(text).isEmpty();
    }

    @Test
    void wa04_aColumnInTenThousandsCountsUnlessTheCellSaysOtherwise() {
        assertThat(Amounts.findCents("30", true)).hasValue(30_000_000);
        assertThat(Amounts.findCents("30万", true)).hasValue(30_000_000);
    }
}
