#include "model/code_list.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"

static const char separators[] = "; \t\n\r";

struct code_list code_list_of(const char *list)
{
	return (struct code_list){ .rest = list };
}

/* The next member, with its date; its length is 0 at the end. */
static const char *next_member(const char **rest, size_t *length)
{
	const char *member = *rest + strspn(*rest, separators);

	*length = strcspn(member, separators);
	*rest = member + *length;
	return member;
}

const char *code_list_next(struct arena *arena, struct code_list *list)
{
	size_t length, code;
	const char *member = next_member(&list->rest, &length);

	list->from = (struct date){ 0 };
	if (length == 0)
		return NULL;
	code = strcspn(member, "@");
	if (code > length)
		code = length;
	if (code < length)
		date_parse(member + code + 1, length - code - 1, &list->from);
	return arena_strndup(arena, member, code);
}

bool code_list_holds(const char *list, const char *code)
{
	size_t length, wanted = strlen(code);

	for (;;) {
		const char *member = next_member(&list, &length);

		if (length == 0)
			return false;
		if (wanted <= length && strncasecmp(member, code, wanted) == 0 &&
		    (wanted == length || member[wanted] == '@'))
			return true;
	}
}
