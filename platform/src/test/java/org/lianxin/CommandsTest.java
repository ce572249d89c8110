package org.lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.shared.Command;

/** What every command does with help, slips and failures. */
class CommandsTest {

    private record Said(int status, String out, String err) {}

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "audit", "backup", "place", "restore", "token", "warning"})
    void helpIsPrintedWhereResultsGoAndNothingElseHappens(String name) {
        for (String word : List.of("--help", "-h")) {
            Said said = run(name, word);
            assertThat(said.status()).isZero();
            assertThat(said.out()).contains("./lianxin " + name);
            assertThat(said.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "administrator reset",
                "audit verify --dta x",
                "backup --too x",
                "place resolve --int x",
                "restore --from x --daata y",
                "token create --client x --scoop y",
                "token create --client x",
                "warning import f --url http://localhost:1 --tokn x",
                "warning import f --token x --url localhost:8080",
                "warning import"
            })
    void aSlipIsToldInASentenceAndIsTwo(String line) {
        String[] words = line.split(" ");
        Said said = run(words[0], java.util.Arrays.copyOfRange(words, 1, words.length));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isNotBlank().doesNotContain("\tat ", "Exception in");
    }

    @Test
    void aMissingInstallationIsNoTamperedLog(@TempDir Path nothing) {
        Said said = run("audit", "verify", "--data", nothing.resolve("none").toString());
        assertThat(said.status())
                .as("1 would mean that the log was tampered with")
                .isEqualTo(2);
        assertThat(said.err()).contains("no installation in").doesNotContain("\tat ");
    }

    @Test
    void whatNobodyExpectedIsOneLineAndTwo() {
        Said said = run(new Broken(), List.of());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains("./lianxin broken did not finish", "the disk is away");
    }

    private static final class Broken implements Command {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String usage() {
            return "./lianxin broken";
        }

        @Override
        public int run(List<String> arguments, PrintStream out, PrintStream err) {
            throw new IllegalStateException("wrapped", new java.io.IOException("the disk is away\nsecond line"));
        }
    }

    private static Said run(String name, String... arguments) {
        Command command = ServiceLoader.load(Command.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return run(command, List.of(arguments));
    }

    private static Said run(Command command, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Lianxin.run(
                command,
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
