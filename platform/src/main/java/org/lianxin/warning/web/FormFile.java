package org.lianxin.warning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.lianxin.shared.Refused;

/**
 * The file of a form, read as it arrives. A {@code MultipartFile} would lie on the disk in clear until the whole form is here; what
 * is read from this one is sealed piece by piece.
 *
 * @param content to be read once, within the request
 */
record FormFile(String name, InputStream content) {

    private static final String FIELD = "file";
    private static final int LONGEST_PART_HEADER = 4_096;

    /** Refused when the form holds no file, or is none. */
    static FormFile of(HttpServletRequest request) throws IOException {
        FileUpload form = new FileUpload();
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        form.setPartHeaderSizeMax(LONGEST_PART_HEADER);
        try {
            FileItemIterator parts = form.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (FIELD.equals(part.getFieldName()) && !part.isFormField()) {
                    String name = part.getName();
                    return new FormFile(name == null ? "" : name, part.openStream());
                }
            }
        } catch (FileUploadException e) {
            throw Refused.of(400, "warning.upload-broken");
        }
        throw Refused.of(400, "shared.invalid", FIELD);
    }
}
