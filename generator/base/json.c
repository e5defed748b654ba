#include "base/json.h"

#include <stddef.h>

#include "base/buffer.h"

void json_add_text(struct buffer *buffer, const char *text)
{
	if (text == NULL) {
		buffer_add_text(buffer, "null");
		return;
	}
	buffer_add_char(buffer, '"');
	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte == '"' || byte == '\\')
			buffer_printf(buffer, "\\%c", byte);
		else if (byte == '\n')
			buffer_add_text(buffer, "\\n");
		else if (byte == '\t')
			buffer_add_text(buffer, "\\t");
		else if (byte < 0x20 || byte == 0x7f)
			buffer_printf(buffer, "\\u%04x", byte);
		else
			buffer_add_char(buffer, (char)byte);
	}
	buffer_add_char(buffer, '"');
}
