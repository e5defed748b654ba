#include "base/csv_write.h"

#include <string.h>

#include "base/buffer.h"
#include "base/number.h"

void csv_add_text(struct buffer *out, const char *text)
{
	if (strpbrk(text, ",\"\r\n") == NULL) {
		buffer_add_text(out, text);
		return;
	}
	buffer_add_char(out, '"');
	for (size_t length; *text != '\0'; text += length) {
		length = strcspn(text, "\"");
		buffer_add(out, text, length);
		if (text[length] == '"') {
			buffer_add_text(out, "\"\"");
			length++;
		}
	}
	buffer_add_char(out, '"');
}

void csv_add_cell(struct buffer *out, const char *text)
{
	buffer_add_char(out, ',');
	csv_add_text(out, text);
}

void csv_add_number(struct buffer *out, bool known, double number)
{
	char text[NUMBER_TEXT_MAX];

	buffer_add_char(out, ',');
	if (!known)
		return;
	number_shortest(number, text);
	buffer_add_text(out, text);
}
