/*
 * pages_device.h - outputs made in a test, and other programs' view of them.
 *
 * poppler-utils and qpdf belong to the packages that tests need; see the Makefile.
 */
#ifndef GRADIENT_TESTS_PAGES_DEVICE_H
#define GRADIENT_TESTS_PAGES_DEVICE_H

#include "device/device.h"
#include "support/pages_paper.h"

struct arena;

/* A file in memory, with a zero byte behind it. */
struct made_file {
	const char *bytes;
	size_t length;
};

/* The test fails when the device complains. */
struct made_file make_pages(struct arena *arena, const struct device *device,
			    const struct pages *pages);
struct made_file make_picture_by(struct arena *arena, const struct device *device,
				 const struct picture *picture);
struct made_file make_picture(struct arena *arena,
			      const struct picture *picture); /* as SVG with outlines */

bool same_bytes(struct made_file a, struct made_file b);

/*
 * What a program says about the file, which it finds as its last argument but one; "-" comes last when dash
 * is set. status may be NULL: then it must be 0.
 */
const char *said_of(struct arena *arena, struct made_file file, const char *const *command,
		    bool dash, int *status);

#endif
