#include "base/base64.h"

#include <glib.h>

#include "base/buffer.h"

void base64_add(struct buffer *out, const void *bytes, size_t length)
{
	char *text = g_base64_encode(bytes, length);

	buffer_add_text(out, text);
	g_free(text);
}
