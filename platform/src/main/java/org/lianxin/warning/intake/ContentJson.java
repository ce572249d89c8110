package org.lianxin.warning.intake;

import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The form in which content is sealed. */
@Component
public final class ContentJson {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    ContentJson() {
        JsonMapper mapper = JsonMapper.builder().build();
        writer = mapper.writerFor(Content.class);
        reader = mapper.readerFor(Content.class);
    }

    byte[] write(Content content) {
        return writer.writeValueAsBytes(content);
    }

    public Content read(byte[] json) {
        return reader.readValue(json);
    }
}
