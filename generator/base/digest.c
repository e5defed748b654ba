#include "base/digest.h"

#include <glib.h>

#include "base/arena.h"

char *digest_hex(struct arena *arena, const void *bytes, size_t length)
{
	char *hex = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, length);
	char *copy = arena_strdup(arena, hex);

	g_free(hex);
	return copy;
}

char *digest_base64(struct arena *arena, const void *bytes, size_t length)
{
	enum { DIGEST_BYTES = DIGEST_HEX_LENGTH / 2 };
	GChecksum *checksum = g_checksum_new(G_CHECKSUM_SHA256);
	guint8 digest[DIGEST_BYTES];
	gsize size = sizeof(digest);
	char *text, *copy;

	g_checksum_update(checksum, bytes, (gssize)length);
	g_checksum_get_digest(checksum, digest, &size);
	g_checksum_free(checksum);
	text = g_base64_encode(digest, size);
	copy = arena_strdup(arena, text);
	g_free(text);
	return copy;
}
