#include "base/digest.h"

#include <glib.h>
#include <nettle/hmac.h>
#include <nettle/sha2.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"

enum { DIGEST_BYTES = DIGEST_HEX_LENGTH / 2 };

_Static_assert(DIGEST_BYTES == SHA256_DIGEST_SIZE, "digests are those of SHA-256");

/* By nettle, which takes the processor's own instructions for it: GLib's takes twenty times as long. */
static void digest(const void *bytes, size_t length, uint8_t out[DIGEST_BYTES])
{
	struct sha256_ctx context;

	sha256_init(&context);
	sha256_update(&context, length, bytes);
	sha256_digest(&context, DIGEST_BYTES, out);
}

static char *hex_of(struct arena *arena, const uint8_t binary[DIGEST_BYTES])
{
	static const char digits[] = "0123456789abcdef";
	char *hex = arena_alloc(arena, DIGEST_HEX_LENGTH + 1);

	for (size_t i = 0; i < DIGEST_BYTES; i++) {
		hex[2 * i] = digits[binary[i] >> 4];
		hex[2 * i + 1] = digits[binary[i] & 15];
	}
	return hex;
}

char *digest_hex(struct arena *arena, const void *bytes, size_t length)
{
	uint8_t binary[DIGEST_BYTES];

	digest(bytes, length, binary);
	return hex_of(arena, binary);
}

char *digest_of_file(struct arena *arena, const char *path, size_t *size)
{
	enum { PIECE = 1024 * 1024 };
	FILE *file = fopen(path, "rb");
	uint8_t *piece, binary[DIGEST_BYTES];
	struct sha256_ctx context;
	bool whole;

	if (file == NULL)
		return NULL;
	piece = g_malloc(PIECE);
	*size = 0;
	sha256_init(&context);
	for (size_t length; (length = fread(piece, 1, PIECE, file)) > 0; *size += length)
		sha256_update(&context, length, piece);
	whole = ferror(file) == 0;
	fclose(file);
	g_free(piece);
	sha256_digest(&context, DIGEST_BYTES, binary);
	return whole ? hex_of(arena, binary) : NULL;
}

char *digest_keyed_hex(struct arena *arena, const void *key, size_t key_length, const void *bytes,
		       size_t length)
{
	struct hmac_sha256_ctx context;
	uint8_t binary[DIGEST_BYTES];

	hmac_sha256_set_key(&context, key_length, key);
	hmac_sha256_update(&context, length, bytes);
	hmac_sha256_digest(&context, DIGEST_BYTES, binary);
	return hex_of(arena, binary);
}

char *digest_base64(struct arena *arena, const void *bytes, size_t length)
{
	uint8_t binary[DIGEST_BYTES];
	char *text, *copy;

	digest(bytes, length, binary);
	text = g_base64_encode(binary, sizeof(binary));
	copy = arena_strdup(arena, text);
	g_free(text);
	return copy;
}
