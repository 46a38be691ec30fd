package io.controlcenter.platform.attachments;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A file as it came in, whatever its sender says that it is: a controller's {@code @RequestBody} of any media type.
 *
 * @param verdict of a scanner that was asked while it was read, before any transaction; no part of what was sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record Upload(byte[] content, @JsonIgnore Verdict verdict) {}
