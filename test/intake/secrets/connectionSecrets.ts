/** Secrets of connection strings. "## kind", then a template a line; {name} is a value of makers.ts, ⏎ a line end. */
export const CONNECTION_SECRETS = String.raw`
## SQL Server connection string
Server=tcp:shop.database.windows.net,1433;Initial Catalog=Shop;User ID=app;Password={strong};Encrypt=True;
Data Source=WEB01\SQLEXPRESS;Initial Catalog=Shop;User Id=app;Pwd={pw}
Server=db;Database=Shop;Uid=app;PWD={strong};MultipleActiveResultSets=true
Server = db ; Database = Shop ; User ID = app ; Password = {strong} ; Encrypt = True
Server=db;Password="{semicolon}";User ID=app
Server=db;Password='{semicolon}';User ID=app
Password={pw}
password = '{pw}'
"DefaultConnection": "Server=db;Database=Shop;User Id=app;Password={strong};TrustServerCertificate=True"
<add name="Shop" connectionString="Server=db;User ID=app;Password={strong};Encrypt=True" providerName="System.Data.SqlClient" />
<add name="Shop" connectionString="Server=db;User ID=app;Password=&quot;{semicolon}&quot;;Encrypt=True" />
<add name="Shop" connectionString="metadata=res://*/Shop.csdl;provider=System.Data.SqlClient;provider connection string=&quot;data source=db;user id=app;password={strong};App=EF&quot;" />
SQLCONNSTR_Shop=Server=db;User ID=app;Password={strong};
SQLAZURECONNSTR_Shop = Server=db;User ID=app;Password={pw}
System.ArgumentException: Keyword not supported: 'pasword'. Connection string was 'Server=db;User ID=app;Password={strong};'
Format of the initialization string does not conform: Server=db;User ID=app;Password={pw};Database
optionsBuilder.UseSqlServer("Server=db;User Id=sa;Password={strong};");
ConnectionStrings:Shop = Server=db;uid=sa;pwd={strong};database=Shop
Server=db;User ID=app;⏎Password={strong};⏎Encrypt=True
Provider=SQLOLEDB;Data Source=db;User Id=app;Password={pw};
Driver={ODBC Driver 17 for SQL Server};Server=db;Uid=app;Pwd={{strong}};Encrypt=yes;
Server=db;Integrated Security=False;Persist Security Info=True;User ID=app;Password={short};Connect Timeout=30
Server=db;User ID=app;Password={spaced};Encrypt=True
## PostgreSQL connection string
Host=db;Port=5432;Database=shop;Username=app;Password={strong};Ssl Mode=Require
Host=db;Username=app;Password={pw};SslPassword={pw2};
Host=db;Username=app;Passfile=.pgpass;SSL Password={pw}
POSTGRESQLCONNSTR_Shop=Database=shop;Host=db;User Id=app@db;Password={strong}
host=db port=5432 dbname=shop user=app password={pw} sslmode=require
host=db dbname=shop user=app password='{pw}' connect_timeout=10
postgres://app:{url}@db.contoso.example:5432/shop
postgresql://app:{url}@db:5432/shop?sslmode=require
PGPASSWORD={pw} psql -h db -U app shop
db:5432:shop:app:{pw}   (line of .pgpass)
## MySQL connection string
Server=db;Port=3306;Database=shop;Uid=app;Pwd={strong};SslMode=Preferred;
server=db;user=app;database=shop;port=3306;password={pw}
MYSQLCONNSTR_localdb=Database=localdb;Data Source=127.0.0.1:50123;User Id=azure;Password={pw}
mysql://app:{url}@db:3306/shop
mysql -h db -u app -p{pw} shop
mysqldump --user=app --password={pw} shop > shop.sql
MYSQL_ROOT_PASSWORD: {pw}
MYSQL_PWD={pw}
## MongoDB connection string
mongodb://app:{url}@c0.mongodb.example:27017/shop?authSource=admin
mongodb+srv://app:{url}@c0.x.mongodb.net/shop
mongodb://shop:{key64url}@shop.mongo.cosmos.azure.com:10255/?ssl=true
mongo --host c0 -u app -p {pw} --authenticationDatabase admin
MongoClientSettings { Credential: { username: "app", password: "{pw}" } }
## Redis connection string
shop.redis.cache.windows.net:6380,password={key32},ssl=True,abortConnect=False
localhost:6379, password = {pw}, defaultDatabase=1
redis://:{url}@cache:6379/0
rediss://default:{url}@cache:6380
redis-cli -h cache -p 6380 -a {pw}
"Redis": "cache:6380,password={key32},ssl=True"
RedisConnectionException: It was not possible to connect to cache:6380,ssl=True,password={key32},connectTimeout=5000
requirepass {pw}
AUTH {pw}
## RabbitMQ connection string
amqp://app:{url}@rabbit:5672/shop
amqps://app:{url}@rabbit.contoso.example/shop
host=rabbit;virtualHost=shop;username=app;password={pw}
"RabbitMq": { "HostName": "rabbit", "UserName": "app", "Password": "{strong}" }
## Oracle connection string
Data Source=orcl;User Id=app;Password={pw};
User Id=app;Password="{semicolon}";Data Source=orcl
sqlplus app/{pw}@orcl
jdbc:sqlserver://db:1433;databaseName=shop;user=app;password={strong};
jdbc:oracle:thin:app/{pw}@db:1521:orcl
## Azure storage account key
DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={key64};EndpointSuffix=core.windows.net
AzureWebJobsStorage=DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={key64}
AccountKey = {key64}
"AzureStorage": "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={key64};EndpointSuffix=core.windows.net"
new StorageSharedKeyCredential("shop", "{key64}")
AccountName=shop;⏎AccountKey=⏎{key64}
az storage blob list --account-name shop --account-key {key64}
storage account key: {key64}
AZURE_STORAGE_KEY={key64}
CUSTOMCONNSTR_Blob=DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={key64:url}
## Cosmos DB key
AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey={key64};
DOCDBCONNSTR_Shop=AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey={key64}
new CosmosClient("https://shop.documents.azure.com:443/", "{key64}")
"CosmosDb": { "Endpoint": "https://shop.documents.azure.com", "Key": "{key64}" }
"PrimaryKey": "{key64}"
authorization: type%3dmaster%26ver%3d1.0%26sig%3d{sig:url}
## Service Bus or Event Hubs key
Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={key32}
Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={key32};EntityPath=orders
SharedAccessKey="{key32}"
HostName=shop.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey={key32}
HostName=shop.azure-devices.net;DeviceId=d1;SharedAccessKey={key32}
Authorization: SharedAccessSignature sr=sb%3a%2f%2fshop&sig={sig:url}&se=1764000000&skn=Root
Endpoint=https://shop.azconfig.io;Id=abcd-l0-s0:Ql;Secret={key32}
Endpoint=https://shop.service.signalr.net;AccessKey={key32};Version=1.0;
Endpoint=https://shop.webpubsub.azure.com;AccessKey={key32};Version=1.0;
endpoint=https://shop.communication.azure.com/;accesskey={key64}
"ServiceBus__PrimaryKey": "{key32}"
RuntimeSharedAccessKey={key32}
`;
