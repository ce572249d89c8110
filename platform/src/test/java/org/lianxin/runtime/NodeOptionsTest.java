package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeOptionsTest {

    private static ServeOptions of(String line) {
        return ServeOptions.of(List.of(line.split(" ")));
    }

    @Test
    void oneProcessIsAllUnlessAskedOtherwise() {
        assertThat(of("demo --port 8080").nodes()).isEqualTo(new NodeOptions(1, null));
        assertThat(of("demo --port 8080 --nodes 3 --still").nodes()).isEqualTo(new NodeOptions(3, null));
        assertThat(of("demo --join 2 --port 8081 --data x").nodes().number()).isEqualTo(2);
    }

    @Test
    void productionHasItsNodesOnMachinesOfTheirOwn() {
        assertThatThrownBy(() -> of("run --nodes 3"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--nodes is for the demo city");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        for (String wrong : List.of("0", "17", "three", "-1")) {
            assertThatThrownBy(() -> of("demo --nodes " + wrong))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(wrong);
        }
    }
}
