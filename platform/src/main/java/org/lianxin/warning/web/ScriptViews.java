package org.lianxin.warning.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.script.Placeholders;
import org.lianxin.warning.script.Script;
import org.lianxin.warning.script.ScriptVersions;
import org.lianxin.warning.script.ScriptVersions.FlawLine;

/** Scripts as JSON: branches by the word of their belief, in the order of the keys 1 to 6. */
final class ScriptViews {

    private ScriptViews() {}

    record ScriptView(
            String title,
            String what,
            List<String> steps,
            String opening,
            Map<String, List<String>> branches,
            List<Script.Answer> answers,
            List<String> questions,
            List<String> manner) {}

    record SpokenView(String scamType, int version, ScriptView script) {}

    record PreviewView(@Nullable ScriptView script, List<FlawLine> flaws) {}

    static ScriptView script(Script script) {
        Map<String, List<String>> branches = new LinkedHashMap<>();
        for (Belief belief : Belief.values()) {
            branches.put(belief.word(), told(script.branches().getOrDefault(belief, List.of())));
        }
        return new ScriptView(
                script.title(),
                script.what(),
                script.steps(),
                Placeholders.forPages(script.opening()),
                branches,
                script.answers().stream()
                        .map(each -> new Script.Answer(each.question(), Placeholders.forPages(each.answer())))
                        .toList(),
                script.questions(),
                script.manner());
    }

    private static List<String> told(List<String> passages) {
        return passages.stream().map(Placeholders::forPages).toList();
    }

    static SpokenView spoken(ScriptVersions.Spoken spoken) {
        return new SpokenView(spoken.scamType(), spoken.version(), script(spoken.script()));
    }

    static PreviewView preview(ScriptVersions.Preview preview) {
        Script script = preview.script();
        return new PreviewView(script == null ? null : script(script), preview.flaws());
    }
}
