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

/* The same of a file, read in pieces, with its size; NULL when it cannot be read. */
char *digest_of_file(struct arena *arena, const char *path, size_t *size);

/* 64 digits that nobody can work out, or try out, without the key (HMAC, RFC 2104). */
char *digest_keyed_hex(struct arena *arena, const void *key, size_t key_length, const void *bytes,
		       size_t length);

/* In base64, as policies for web pages write it. */
char *digest_base64(struct arena *arena, const void *bytes, size_t length);

#endif
