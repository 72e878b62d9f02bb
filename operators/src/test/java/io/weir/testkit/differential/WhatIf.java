package io.weir.testkit.differential;

/** What is otherwise in a second run of our side. */
public enum WhatIf {
    /** The source sends nothing before the subscriber's first request. */
    SOURCE_WAITS_FOR_A_REQUEST,
    /** The source sends nothing before we have heard of the subscriber's first request, unless that is for 0 items. */
    SOURCE_WAITS_FOR_A_VALID_REQUEST,
    /** The source sends each item when their source does, if we have asked for it by then. */
    SOURCE_SENDS_WHEN_THEIRS_DOES,
    /** The subscriber requests what theirs sends without demand, at the beginning of the step in which it is sent. */
    SUBSCRIBER_REQUESTS_WHAT_THEIRS_SENDS_UNASKED,
    /** The subscriber's requests for 0 items do not reach us. */
    INVALID_REQUESTS_ARE_IGNORED,
    /** Instead of throwing, the mapper returns a stream that fails. */
    MAPPER_RETURNS_ITS_ERROR,
    /** The source completes where it would fail. */
    SOURCE_COMPLETES_INSTEAD_OF_FAILING,
    /** The source completes in place of the last item that theirs sent. */
    SOURCE_COMPLETES_INSTEAD_OF_OVERFLOWING,
    /** The source ends where the sampler would. */
    SOURCE_ENDS_INSTEAD_OF_SAMPLER,
    /** Where the first error would come, of the source, of a stream or of the mapper, all of them complete. */
    ALL_COMPLETE_INSTEAD_OF_FIRST_ERROR,
    /** The source ends without an error when the mapper fails. */
    SOURCE_ENDS_AT_MAPPER_ERROR
}
