-- Notes name their author from now on; those that were heard before do not.
update occasion set facts = facts || '{"authorId": null}'
where kind = 'TICKET_UPDATED' and facts is not null and not facts ? 'authorId';
