package org.lianxin.warning.awakening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lianxin.warning.domain.ScamType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Videos that the operator has put on this machine: {@code videos/<scam type>.mp4} in the data folder, for example
 * {@code videos/fake-prosecutor.mp4}. None comes with the product, and none is fetched from anywhere.
 */
@Component
public class HandbookVideos {

    private final Path folder;

    HandbookVideos(@Value("${lianxin.data}") Path data) {
        this.folder = data.resolve("videos");
    }

    /** Empty where there is none for this type, which the page says. */
    public Optional<Path> find(ScamType type) {
        Path file = folder.resolve(type.code() + ".mp4");
        return Files.isReadable(file) ? Optional.of(file) : Optional.empty();
    }
}
