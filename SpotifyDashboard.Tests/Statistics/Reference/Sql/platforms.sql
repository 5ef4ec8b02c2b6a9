WITH
families(place, family, word) AS (
    SELECT 1, 'TV and cast', column1 FROM (VALUES ('cast'), ('tv'), ('roku'), ('chromecast'), ('airplay'))
    UNION ALL SELECT 2, 'Speakers', column1 FROM (VALUES
        ('sonos'), ('speaker'), ('echo'), ('alexa'), ('amazon'), ('google home'), ('homepod'), ('bose'), ('denon'), ('avr'))
    UNION ALL SELECT 3, 'Consoles', column1 FROM (VALUES ('playstation'), ('ps3'), ('ps4'), ('ps5'), ('xbox'))
    UNION ALL SELECT 4, 'Cars', column1 FROM (VALUES ('car'), ('tesla'))
    UNION ALL SELECT 5, 'Web player', column1 FROM (VALUES ('web'), ('browser'))
    UNION ALL SELECT 6, 'iOS', column1 FROM (VALUES ('ios'), ('iphone'), ('ipad'), ('watch'))
    UNION ALL SELECT 7, 'Android', 'android'
    UNION ALL SELECT 8, 'macOS', column1 FROM (VALUES ('osx'), ('os x'), ('macos'), ('mac os'))
    UNION ALL SELECT 9, 'Windows', 'windows'
    UNION ALL SELECT 10, 'Linux', 'linux'),
texts AS MATERIALIZED (
    SELECT platform, CASE platform WHEN '' THEN 'Unknown' ELSE coalesce(
        (SELECT family FROM families WHERE instr(lower(platform), word) > 0 ORDER BY place LIMIT 1), 'Other') END AS family
    FROM (SELECT DISTINCT platform FROM played))
SELECT json_object(
    'known', coalesce(sum(platform <> ''), 0),
    'plays', count(*),
    'platforms', json((SELECT json_group_array(json_object('name', family, 'plays', plays, 'ms', ms)) FROM (
        SELECT family, count(*) AS plays, sum(ms) AS ms FROM played JOIN texts USING (platform)
        GROUP BY family ORDER BY plays DESC, ms DESC, family COLLATE ORDINAL))),
    'countries', json((SELECT json_group_array(json_object('country', code, 'plays', plays, 'ms', ms)) FROM (
        SELECT CASE WHEN country IN ('', 'ZZ') THEN 'Unknown' ELSE country END AS code, count(*) AS plays, sum(ms) AS ms FROM played
        GROUP BY code ORDER BY plays DESC, ms DESC, code COLLATE ORDINAL))),
    'shuffle', json_object('told', coalesce(sum((flags & 1) <> 0), 0), 'yes', coalesce(sum((flags & 3) = 3), 0)),
    'offline', json_object('told', coalesce(sum((flags & 16) <> 0), 0), 'yes', coalesce(sum((flags & 48) = 48), 0)),
    'private', json_object('told', coalesce(sum((flags & 64) <> 0), 0), 'yes', coalesce(sum((flags & 192) = 192), 0)))
FROM played;
