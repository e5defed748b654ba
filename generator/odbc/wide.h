/*
 * wide.h - texts as ODBC takes and gives them, in UTF-16.
 */
#ifndef GRADIENT_ODBC_WIDE_H
#define GRADIENT_ODBC_WIDE_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct buffer;

/* Valid UTF-8 in UTF-16 with a zero behind it; *length in units. */
uint16_t *wide_of(struct arena *arena, const char *text, size_t *length);

/* Adds UTF-16 as UTF-8; halves of pairs become the replacement character. */
void wide_add_to(struct buffer *out, const uint16_t *units, size_t length);

#endif
