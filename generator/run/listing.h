/*
 * listing.h - what a run wrote, told in a few lines: files by name, folders by how many files they hold, and what
 * earlier runs left beside them, which nobody should publish unawares.
 */
#ifndef GRADIENT_RUN_LISTING_H
#define GRADIENT_RUN_LISTING_H

struct buffer;
struct outfile_set;
struct run;

/* folder is that of the outputs, as it is told. To be called when they are written. */
void listing_write(const struct run *run, const char *folder, const struct outfile_set *outputs,
		   struct buffer *out);

#endif
