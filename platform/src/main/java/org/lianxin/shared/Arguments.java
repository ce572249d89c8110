package org.lianxin.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after a command. Nothing is passed over: a word that the command does not know is refused with a sentence.
 *
 * @param words those that are no options, in order
 * @param values of the options that take one; each may stand more than once
 * @param flags the options without a value that were given
 */
public record Arguments(List<String> words, Map<String, List<String>> values, Set<String> flags) {

    private static final Set<String> HELP = Set.of("--help", "-h");

    /**
     * @param valued options that take a value
     * @param known options that take none
     * @param mostWords how many other words the command takes
     * @throws Misused when something else stands there
     */
    public static Arguments of(List<String> arguments, Set<String> valued, Set<String> known, int mostWords) {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> values = new HashMap<>();
        Set<String> flags = new java.util.HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (valued.contains(word)) {
                i++;
                if (i == arguments.size()) {
                    throw new Misused("no value after " + word);
                }
                values.computeIfAbsent(word, name -> new ArrayList<>()).add(arguments.get(i));
            } else if (known.contains(word)) {
                flags.add(word);
            } else if (word.startsWith("-") || words.size() == mostWords) {
                throw new Misused("cannot make sense of " + word);
            } else {
                words.add(word);
            }
        }
        return new Arguments(List.copyOf(words), Map.copyOf(values), Set.copyOf(flags));
    }

    /** Whether somebody asks how the command is written. */
    public static boolean asksForHelp(List<String> arguments) {
        return arguments.stream().anyMatch(HELP::contains);
    }

    /** @throws Misused when it was not given */
    public String get(String option) {
        return find(option).orElseThrow(() -> new Misused(option + " is missing"));
    }

    public Optional<String> find(String option) {
        return list(option).stream().findFirst();
    }

    public List<String> list(String option) {
        return values.getOrDefault(option, List.of());
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }
}
