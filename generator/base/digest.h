/*
 * digest.h - SHA-256 of bytes: what tells that a file is still the same.
 */
#ifndef GRADIENT_BASE_DIGEST_H
#define GRADIENT_BASE_DIGEST_H

#include <stddef.h>

struct arena;

enum { DIGEST_HEX_LENGTH = 64 };

/* 64 small hexadecimal digits. */
char *digest_hex(struct arena *arena, const void *bytes, size_t length);

/* In base64, as policies for web pages write it. */
char *digest_base64(struct arena *arena, const void *bytes, size_t length);

#endif
