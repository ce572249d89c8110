package org.lianxin.warning.web;

import org.lianxin.shared.Refused;
import org.lianxin.warning.awakening.HandbookVideos;
import org.lianxin.warning.domain.ScamType;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Videos that the operator has put on this machine, played in the room. */
@RestController
class HandbookController {

    private static final MediaType MP4 = MediaType.parseMediaType("video/mp4");

    private final HandbookVideos videos;

    HandbookController(HandbookVideos videos) {
        this.videos = videos;
    }

    @GetMapping("/api/warning/handbook-videos/{scamType}")
    ResponseEntity<Resource> video(@PathVariable String scamType) {
        ScamType type = ScamType.ofCode(scamType);
        if (!type.code().equals(scamType)) {
            throw Refused.missing();
        }
        Resource file = videos.find(type).<Resource>map(FileSystemResource::new).orElseThrow(Refused::missing);
        return ResponseEntity.ok().contentType(MP4).body(file);
    }
}
