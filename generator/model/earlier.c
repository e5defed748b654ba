#include "model/earlier.h"

#include <stdlib.h>

static int compare_with_key(const void *key, const void *figure)
{
	return cell_key_compare(key, &((const struct earlier_figure *)figure)->key);
}

const struct earlier_figure *earlier_find(const struct earlier_statement *statement,
					  const struct cell_key *key)
{
	if (statement->count == 0)
		return NULL;
	return bsearch(key, statement->items, statement->count, sizeof(*statement->items),
		       compare_with_key);
}
