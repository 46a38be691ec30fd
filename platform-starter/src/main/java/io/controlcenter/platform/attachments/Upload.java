package io.controlcenter.platform.attachments;

/** A file as it came in, whatever its sender says that it is: a controller's {@code @RequestBody} of any media type. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record Upload(byte[] content) {}
