#include "device/pdf_objects.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

enum { ENTRY_LENGTH = 20, OBJECT_MOST = 32, END_MOST = 64 };

static const char free_entry[] = "0000000000 65535 f \n";

/* The table of objects behind its first line, NULL when there is none; count: of its entries. */
static char *find_table(struct buffer *file, size_t *count)
{
	static const char mark[] = "startxref\n", first_line[] = "xref\n0 ";
	size_t tail = file->length < END_MOST ? 0 : file->length - END_MOST, start;
	const char *end = file->length == 0 ? NULL : strstr(file->bytes + tail, mark);
	char *table;

	if (end == NULL)
		return NULL;
	start = strtoul(end + strlen(mark), NULL, 10);
	if (start >= file->length ||
	    strncmp(file->bytes + start, first_line, strlen(first_line)) != 0)
		return NULL;
	*count = strtoul(file->bytes + start + strlen(first_line), &table, 10);
	table++;
	if (*count > (size_t)(file->bytes + file->length - table) / ENTRY_LENGTH)
		return NULL;
	return table;
}

static bool stands_at(const struct buffer *file, size_t number, const char *entry)
{
	size_t offset = strtoul(entry, NULL, 10);
	char object[OBJECT_MOST];

	snprintf(object, sizeof(object), "%zu 0 obj", number);
	return offset < file->length && strncmp(file->bytes + offset, object, strlen(object)) == 0;
}

void pdf_free_missing_objects(struct buffer *file)
{
	size_t count = 0;
	char *table = find_table(file, &count);

	for (size_t i = 1; table != NULL && i < count; i++)
		if (!stands_at(file, i, table + i * ENTRY_LENGTH))
			memcpy(table + i * ENTRY_LENGTH, free_entry, ENTRY_LENGTH);
}
