/*
 * table_kinds.h - the kinds of <table> that are not tables of values; for this folder alone.
 */
#ifndef GRADIENT_RESOLVE_TABLE_KINDS_H
#define GRADIENT_RESOLVE_TABLE_KINDS_H

#include "resolve/resolver.h"

/* scope: that of the table itself. */
void resolve_summary(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent);
void resolve_measures(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *parent);
void resolve_completeness(struct resolver *resolver, const struct scope *scope,
			  const struct block *block, struct node *parent);

/*
 * A table of more columns than an upright page should have is told, and turned on its side unless the author
 * says how its page stands.
 */
void turn_when_wide(struct resolver *resolver, const struct block *block, struct table *table,
		    const struct node *parent);

#endif
