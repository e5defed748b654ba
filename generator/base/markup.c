#include "base/markup.h"

#include "base/buffer.h"

void markup_add_text(struct buffer *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '&')
			buffer_add_text(out, "&amp;");
		else if (*text == '<')
			buffer_add_text(out, "&lt;");
		else if (*text == '"')
			buffer_add_text(out, "&quot;");
		else
			buffer_add_char(out, *text);
	}
}
