package org.lianxin.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Texts;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Every body that is read into a record passes here before its endpoint sees it: texts are plain and of a bounded length, lists and
 * maps hold no gaps. A refusal names the field. What an endpoint reads as a tree, it checks by itself.
 */
@ControllerAdvice
class TextGate extends RequestBodyAdviceAdapter {

    static final int LONGEST = 4_000;
    private static final int DEEPEST = 12;

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body instanceof Record) {
            check(body, "", 0);
        }
        return body;
    }

    static void check(@Nullable Object value, String field, int depth) {
        if (depth > DEEPEST) {
            throw Refused.of(422, "shared.invalid", field);
        }
        switch (value) {
            case String text -> checkText(text, field);
            case Collection<?> many -> many.forEach(each -> checkGiven(each, field, depth));
            case Map<?, ?> many ->
                many.forEach((key, each) -> {
                    checkGiven(key, field, depth);
                    checkGiven(each, field, depth);
                });
            case Record structure -> {
                for (RecordComponent part : structure.getClass().getRecordComponents()) {
                    check(valueOf(structure, part), part.getName(), depth + 1);
                }
            }
            case null, default -> {}
        }
    }

    private static void checkGiven(@Nullable Object value, String field, int depth) {
        if (value == null) {
            throw Refused.of(422, "shared.invalid", field);
        }
        check(value, field, depth + 1);
    }

    private static void checkText(String text, String field) {
        if (text.length() > LONGEST) {
            throw Refused.of(422, "shared.too-long", field, LONGEST);
        }
        if (!Texts.isPlain(text)) {
            throw Refused.of(422, "shared.not-plain", field);
        }
    }

    private static @Nullable Object valueOf(Record structure, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(structure);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(structure.getClass().getName() + "." + part.getName(), e);
        }
    }
}
