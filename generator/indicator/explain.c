#include "indicator/explain.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/buffer.h"

void explain_step(struct buffer *out, const char *format, ...)
{
	char line[600];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	buffer_printf(out, "    %s\n", line);
}

const char *explain_number(struct explain_numbers *numbers, double number)
{
	char *text = numbers->texts[numbers->next];

	numbers->next = (numbers->next + 1) % 8;
	snprintf(text, sizeof(numbers->texts[0]), "%.12g", number);
	return text;
}
