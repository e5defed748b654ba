/*
 * writer_parts.h - what the parts of the writer share: writer.c, which places objects, and writer_copy.c.
 */
#ifndef GRADIENT_PDF_WRITER_PARTS_H
#define GRADIENT_PDF_WRITER_PARTS_H

#include <stddef.h>

#include "base/buffer.h"
#include "pdf/writer.h"

struct written {
	enum { NOT_WRITTEN, WRITTEN_DIRECT, WRITTEN_PACKED } kind;
	size_t at;    /* offset in the file, or the number of the object stream */
	size_t index; /* within the object stream */
};

/* The object stream that is being filled. */
struct packing {
	int number; /* 0: none yet */
	size_t count;
	struct buffer head, text;
};

/* What was copied out of a file. */
struct copying {
	int *numbers; /* new ones by old one; 0: not yet */
	size_t capacity;
	int *waiting; /* old numbers, the next one first */
	size_t waiting_from, waiting_count, waiting_capacity;
};

struct pdf_writer {
	struct arena *arena;
	struct buffer body;
	struct written *objects; /* by number */
	size_t count, capacity;
	struct packing packing;
	struct copying copying;
	const char *fault;
};

#endif
